// A page of the designer that could not be shown.
import type { ReactNode } from 'react';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Failure } from '@trellis/ui/failure';

export function RouteFailure({ error }: ErrorComponentProps): ReactNode {
  const router = useRouter();
  return <Failure error={error} retry={() => void router.invalidate()} />;
}
