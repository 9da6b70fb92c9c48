import { SafetyCertificateOutlined } from '@ant-design/icons';
import type { Screen } from '../../../platform/web/screen.ts';

export const screens: Screen[] = [
  {
    path: '/quality',
    area: 'information',
    order: 30,
    title: 'quality-desk:list.title',
    icon: SafetyCertificateOutlined,
    permission: 'household.read',
    component: () => import('./quality-page.tsx').then((file) => file.QualityPage),
  },
];
