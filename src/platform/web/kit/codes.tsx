import { Select, Tag } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Absent } from './values.tsx';

/** The label of a code of a list in the reader's language; the code itself if the list has none. */
export function useCodeLabel(): (list: string, code: string) => string {
  const { t } = useTranslation();
  return useCallback((list, code) => t(`codes:${list}.${code}`, { defaultValue: code }), [t]);
}

/** All codes of a list that have a label, in text order. */
function useCodes(list: string): readonly string[] {
  const { i18n } = useTranslation();
  const labels: unknown = i18n.getResource(i18n.language, 'codes', list);
  return typeof labels === 'object' && labels !== null ? Object.keys(labels).sort() : [];
}

type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'accent' | 'seal';

type CodeTagProperties = { list: string; code: string | null | undefined; tone?: Tone };

/** A code as its label. With a tone it stands out as a tag. */
export function CodeTag({ list, code, tone = 'plain' }: CodeTagProperties) {
  const label = useCodeLabel();
  if (code === null || code === undefined || code === '') return <Absent />;
  return <ToneTag tone={tone}>{label(list, code)}</ToneTag>;
}

/** A short word set off from the text: states, grades, levels of a finding. */
export function ToneTag({ tone = 'plain', children }: { tone?: Tone; children: string }) {
  return <Tag className={`mb-tag mb-tag-${tone}`}>{children}</Tag>;
}

type CodeSelectProperties = {
  list: string;
  /** In the order to offer; all labelled codes if left out. */
  codes?: readonly string[];
  value?: string | null;
  onChange?: (code: string | undefined) => void;
  id?: string;
  disabled?: boolean;
  'aria-label'?: string;
  placeholder?: string;
};

/** Chooses one code by its label; typing narrows the list. Fits into a `Form.Item`. */
export function CodeSelect({ list, codes, value, onChange, ...rest }: CodeSelectProperties) {
  const label = useCodeLabel();
  const all = useCodes(list);
  return (
    <Select<string>
      {...rest}
      className="mb-wide"
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      value={value ?? null}
      onChange={(code) => onChange?.(code)}
      options={(codes ?? all).map((code) => ({ value: code, label: label(list, code) }))}
      popupMatchSelectWidth={false}
    />
  );
}
