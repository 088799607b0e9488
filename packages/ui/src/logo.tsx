// The mark of the product: a lattice.
import type { ReactNode } from 'react';

export function Logo({ size = 24 }: { size?: number }): ReactNode {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <rect width="24" height="24" rx="6.5" fill="var(--accent)" />
      <path
        d="M7 4.5v15M12 4.5v15M17 4.5v15M4.5 9h15M4.5 15h15"
        stroke="#fff"
        strokeWidth="1.4"
        strokeLinecap="round"
        opacity=".55"
      />
      <path
        d="M7 19.5C7 13 12 14.5 12 10.2S15 6 17 4.5"
        stroke="#fff"
        strokeWidth="2"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}
