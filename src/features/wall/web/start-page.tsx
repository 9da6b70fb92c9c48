import { useMay, useOfficer } from '../../../platform/web/session/officer.tsx';
import { AdministratorStart } from './administrator-start.tsx';
import { WallPage } from './wall-page.tsx';

/** What an officer opens first: the own region in numbers, or for administrators what they can do. */
export function StartPage() {
  const { posting } = useOfficer();
  const may = useMay();
  if (posting === null || !may('wall.read')) return <AdministratorStart />;
  return <WallPage reach={posting.regionCode} />;
}
