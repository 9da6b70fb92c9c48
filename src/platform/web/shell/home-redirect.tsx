import { Navigate } from '@tanstack/react-router';
import { navigationOf } from '../screen.ts';
import { useMay } from '../session/officer.tsx';
import { useScreens } from './screens-context.tsx';

export function HomeRedirect() {
  const [area] = navigationOf(useScreens(), useMay());
  return <Navigate to={area?.screens[0]?.path ?? '/account'} replace />;
}
