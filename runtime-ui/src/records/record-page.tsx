// The record of an address; its tab stands there too.
import type { ReactNode } from 'react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { RecordPage } from '@trellis/renderer/record-page';

export function RecordRoute(): ReactNode {
  const { entity, id } = useParams({ from: '/shell/$entity/$id' });
  const { tab } = useSearch({ from: '/shell/$entity/$id' });
  const navigate = useNavigate();
  return (
    <RecordPage
      key={id}
      entity={entity}
      id={id}
      tab={tab}
      onTab={(next) => void navigate({ to: '/$entity/$id', params: { entity, id }, search: { tab: next }, replace: true })}
    />
  );
}
