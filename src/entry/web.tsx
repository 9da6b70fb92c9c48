import { start } from '../platform/web/start.tsx';
import { screens } from './screens.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
void start(screens, root);
