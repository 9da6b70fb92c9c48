import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Purpose, PurposeDialog } from './purpose-dialog.tsx';
import { Absent } from './values.tsx';

type MaskedProperties = {
  /** What the value is, as the dialog and screen readers say it: "ID number of Mei". */
  label: string;
  /** The masked text, as `3301**********1234`. */
  value: string | null | undefined;
  /** The clear text, if the screen already has it from an earlier answer. */
  clear?: string | null | undefined;
  /** Asks the server for the clear text; left out if the posting may not. */
  reveal?: ((purpose: Purpose) => Promise<string | undefined>) | undefined;
};

/** A sensitive value: masked, with a button that shows it for a stated purpose. */
export function Masked({ label, value, clear, reveal }: MaskedProperties) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [revealed, setRevealed] = useState<string>();
  const [isHidden, setHidden] = useState(false);
  if (value === null || value === undefined || value === '') return <Absent />;
  const known = revealed ?? clear ?? undefined;
  const shown = known !== undefined && !isHidden ? known : undefined;
  const name = t(shown === undefined ? 'shell:masked.show' : 'shell:masked.hide', { label });
  const press = (): void => {
    if (known === undefined) setAsking(true);
    else setHidden(!isHidden);
  };
  return (
    <span className="mb-masked">
      <span className="mb-number">{shown ?? value}</span>
      {(reveal !== undefined || known !== undefined) && (
        <Tooltip title={name}>
          <Button
            type="text"
            size="small"
            aria-label={name}
            icon={shown === undefined ? <EyeOutlined /> : <EyeInvisibleOutlined />}
            onClick={press}
          />
        </Tooltip>
      )}
      <PurposeDialog
        open={isAsking}
        subject={label}
        onCancel={() => setAsking(false)}
        onSubmit={async (purpose) => {
          setRevealed(await reveal?.(purpose));
          setHidden(false);
        }}
      />
    </span>
  );
}
