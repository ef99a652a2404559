import { type ExampleSet, endpoints, examplesFile } from '@fairlead/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../api.ts';
import { useT } from '../../../i18n/i18n.tsx';
import { download } from '../../../ui/download.ts';
import { useToast } from '../../../ui/toast.tsx';
import { examplesQuery } from './results-queries.ts';

const { assistant } = endpoints;
/** A longer request is refused. */
const largest = 1024 * 1024;

/** Examples as files, of a set or of all, and those that come along. */
export function useExampleFiles(set?: Pick<ExampleSet, 'id'>) {
  const t = useT();
  const toast = useToast();
  const client = useQueryClient();
  const query = set ? { set: set.id } : {};
  const [problem, setProblem] = useState<'large' | 'none' | null>(null);
  const told = async ({ added, kept }: { added: number; kept: number }) => {
    await client.invalidateQueries({ queryKey: examplesQuery.queryKey });
    toast.show({ title: t('assistant.examples.added', { count: added, kept }), tone: 'success' });
  };
  const starter = useMutation({ mutationFn: () => call(assistant.addStarter), onSuccess: told });
  const take = useMutation({
    mutationFn: async (file: File) => {
      setProblem(null);
      if (file.size > largest) return setProblem('large');
      const read = examplesFile.safeParse(parse(await file.text()));
      if (!read.success) return setProblem('none');
      await told(await call(assistant.importExamples, { query, body: read.data }));
    },
  });
  const give = useMutation({
    mutationFn: () => call(assistant.exportExamples, { query }),
    onSuccess: (file) =>
      download('assistant-examples.json', 'application/json', `${JSON.stringify(file, null, 2)}\n`),
  });
  return { starter, take, give, problem, error: starter.error ?? take.error ?? give.error };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
