import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { saveFile } from '../../../../platform/web/kit/save-file.ts';
import { useProblemSentence } from '../../../../platform/web/kit/states.tsx';

type DownloadButtonProperties = {
  type: 'primary' | 'link';
  /** Asks for the file. */
  call: () => Parameters<typeof saveFile>[0];
  children: string;
};

/** Saves a file that the server makes, in the reader's language. */
export function DownloadButton({ type, call, children }: DownloadButtonProperties) {
  const { message } = App.useApp();
  const sentence = useProblemSentence();
  const download = useMutation({
    mutationFn: async () => await saveFile(call()),
    onError: (problem) => void message.error(sentence(problem)),
  });
  return (
    <Button
      type={type}
      icon={<DownloadOutlined />}
      loading={download.isPending}
      onClick={() => download.mutate()}
    >
      {children}
    </Button>
  );
}
