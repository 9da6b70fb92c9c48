import { EditOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePhone } from '../../../../platform/web/theme/use-theme.tsx';
import { useActs } from '../acts/open-act.tsx';
import { personGroups } from '../form/asked-groups.ts';
import type { PersonView } from '../household-queries.ts';
import { RecordFacts } from './record-facts.tsx';
import { useSensitive } from './sensitive.tsx';

const WIDTH = 640;

/** All that is recorded of a member. */
export function PersonDrawer({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { t } = useTranslation();
  const isPhone = usePhone();
  const { mayCorrect, open } = useActs();
  const { clearOf } = useSensitive();
  return (
    <Drawer
      open
      title={person.name}
      onClose={onClose}
      size={isPhone ? '100%' : WIDTH}
      extra={
        mayCorrect &&
        person.status === 'present' && (
          <Button
            icon={<EditOutlined aria-hidden />}
            onClick={() => {
              onClose();
              open({ kind: 'correctPerson', personId: person.id });
            }}
          >
            {t('households:correct.open')}
          </Button>
        )
      }
    >
      <RecordFacts
        isTitled
        of="person"
        record={person}
        groups={personGroups}
        clear={clearOf('person', person.id)}
      />
    </Drawer>
  );
}
