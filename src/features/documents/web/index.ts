import { FileTextOutlined } from '@ant-design/icons';
import type { Screen } from '../../../platform/web/screen.ts';

export const screens: Screen[] = [
  {
    path: '/documents',
    area: 'policies',
    order: 50,
    title: 'documents:list.title',
    icon: FileTextOutlined,
    permission: 'document.read',
    component: () => import('./list/documents-page.tsx').then((file) => file.DocumentsPage),
  },
  {
    path: '/documents/$id',
    within: '/documents',
    area: 'policies',
    order: 51,
    title: 'documents:page.title',
    permission: 'document.read',
    component: () => import('./page/document-page.tsx').then((file) => file.DocumentPage),
  },
];
