import { Navigate } from '@tanstack/react-router';
import { useCan } from '../session.tsx';
import { destinations } from './destinations.ts';

/** The console's front door: the first place that the agent may enter. */
export function Home() {
  const can = useCan();
  const first = destinations.find((destination) => can(destination.permission));
  return <Navigate {...(first?.link ?? { to: '/settings/profile' })} replace />;
}
