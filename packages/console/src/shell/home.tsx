import { Navigate } from '@tanstack/react-router';
import { useCan } from '../session.tsx';
import { destinationsOf } from './destinations.ts';

/** The console's front door: the first place that the agent may enter. */
export function Home() {
  const can = useCan();
  const [first] = destinationsOf(can);
  return <Navigate {...(first?.link ?? { to: '/settings/profile' })} replace />;
}
