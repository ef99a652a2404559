import { create } from 'qrcode';
import { useMemo } from 'react';

/** The quiet zone that readers need around a code, in modules. */
const margin = 3;

/** A QR code as one path. Always dark on white: readers fail on the inverse. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const { size, path } = useMemo(() => {
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    let drawn = '';
    for (let row = 0; row < modules.size; row++) {
      for (let column = 0; column < modules.size; column++) {
        if (modules.get(row, column)) drawn += `M${column + margin} ${row + margin}h1v1h-1z`;
      }
    }
    return { size: modules.size + 2 * margin, path: drawn };
  }, [text]);
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
