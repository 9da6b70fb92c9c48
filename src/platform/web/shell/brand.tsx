import { useTranslation } from 'react-i18next';

/**
 * The mark: sun and moon side by side, the strokes of the first character of the name, cut into a
 * seal. Drawn, not written, so that it looks the same with every font.
 */
export function BrandMark({ size = 30 }: { size?: number }) {
  return (
    <svg
      className="mb-brand-mark"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      aria-hidden="true"
    >
      <rect className="mb-brand-seal" width="32" height="32" rx="6" />
      <path d="M7.5 9.5h6v13h-6zM7.5 16h6" />
      <path d="M18 24q1-2 1-5V8.5h6.500V22.500q0 1.700-2.200 1.500M19 13.200h6.500M19 17.900h6.500" />
    </svg>
  );
}

export function Brand() {
  const { t } = useTranslation();
  return (
    <span className="mb-brand">
      <BrandMark />
      <span className="mb-brand-name">{t('shell:product.name')}</span>
      <span className="mb-brand-also">{t('shell:product.also')}</span>
    </span>
  );
}
