interface SparklineProps {
  /** Shares of 1, the oldest first. */
  shares: readonly number[];
  /** What it shows, in words. */
  label: string;
}

const width = 72;
const height = 20;
const inset = 2;

/** How a share has gone, at a glance; the figures beside it say where it is. */
export function Sparkline({ shares, label }: SparklineProps) {
  if (shares.length < 2) return null;
  const low = Math.min(...shares, 0.8);
  const x = (at: number) => inset + (at / (shares.length - 1)) * (width - 2 * inset);
  const y = (share: number) => height - inset - ((share - low) / (1 - low || 1)) * (height - 2 * inset);
  const last = shares.at(-1) ?? 0;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      className="h-5 w-18 shrink-0 overflow-visible text-accent-text rtl:-scale-x-100"
    >
      <polyline
        points={shares.map((share, at) => `${x(at)},${y(share)}`).join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <circle cx={x(shares.length - 1)} cy={y(last)} r="2" fill="currentColor" />
    </svg>
  );
}
