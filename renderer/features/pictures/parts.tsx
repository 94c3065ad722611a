import type { ReactNode } from 'react';
import classes from './Pictures.module.css';

/** Everything is drawn in units of a sheet that is 640 wide; the sheet is scaled to the room there is. */
type Place = { readonly x: number; readonly y: number };
type Box = Place & { readonly w: number; readonly h: number };

/** The sheet. Its words are told by the legend beside it, so a screen reader gets those instead. */
export function Sheet({ height, children }: { readonly height: number; readonly children: ReactNode }) {
  return (
    <svg viewBox={`0 0 640 ${height}`} className={classes['sheet']} aria-hidden focusable="false">
      {children}
    </svg>
  );
}

export function At({ x, y, children }: Place & { readonly children: ReactNode }) {
  return <g transform={`translate(${x} ${y})`}>{children}</g>;
}

type WordsProps = Place & {
  readonly children: string;
  readonly tone?: 'ink' | 'dim' | 'accent' | 'onAccent' | 'danger';
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly isBold?: boolean;
  readonly isMono?: boolean;
};

export function Words(props: WordsProps) {
  const { x, y, children, tone = 'ink', size = 11, anchor = 'start', isBold = false, isMono = false } = props;
  return (
    <text
      x={x}
      y={y}
      fontSize={size}
      textAnchor={anchor}
      className={`${classes[tone]} ${isMono ? 'rd-mono' : ''}`}
      fontWeight={isBold ? 650 : 450}
    >
      {children}
    </text>
  );
}

type PanelProps = Box & { readonly tone?: 'paper' | 'sunken' | 'night' | 'accent'; readonly radius?: number };

/** A surface with an edge. */
export function Panel({ x, y, w, h, tone = 'paper', radius = 6 }: PanelProps) {
  return <rect x={x} y={y} width={w} height={h} rx={radius} className={classes[`${tone}Panel`]} />;
}

/** A line of text that nobody has to read. */
export function Blank({ x, y, w, h = 5 }: Place & { readonly w: number; readonly h?: number }) {
  return <rect x={x} y={y} width={w} height={h} rx={h / 2} className={classes['blank']} />;
}

type FieldProps = Place & {
  readonly w: number;
  readonly text?: string;
  readonly isList?: boolean;
  readonly radius?: number;
};

/** A text box, or a list that opens. */
export function Field({ x, y, w, text = '', isList = false, radius = 4 }: FieldProps) {
  return (
    <g>
      <Panel x={x} y={y} w={w} h={22} radius={radius} />
      {text !== '' && (
        <Words x={x + 8} y={y + 15} size={10.5}>
          {text}
        </Words>
      )}
      {isList && <path d={`M${x + w - 16} ${y + 9} l4 5 l4 -5`} className={classes['stroke']} />}
    </g>
  );
}

type ButtonProps = Place & {
  readonly w: number;
  readonly label: string;
  readonly isMain?: boolean;
  readonly radius?: number;
};

export function PaintedButton({ x, y, w, label, isMain = false, radius = 4 }: ButtonProps) {
  return (
    <g>
      <Panel x={x} y={y} w={w} h={22} tone={isMain ? 'accent' : 'sunken'} radius={radius} />
      <Words x={x + w / 2} y={y + 15} size={10.5} anchor="middle" tone={isMain ? 'onAccent' : 'ink'}>
        {label}
      </Words>
    </g>
  );
}

type MarkProps = Box & { readonly n: number; readonly side?: 'start' | 'end' };

/** Points to the place that a line of the legend speaks of. */
export function Mark({ x, y, w, h, n, side = 'end' }: MarkProps) {
  const centre = side === 'end' ? x + w : x;
  return (
    <g>
      <rect x={x} y={y} width={w} height={h} rx={8} className={classes['ring']} />
      <circle cx={centre} cy={y} r={10} className={classes['bubble']} />
      <text
        x={centre}
        y={y + 4}
        fontSize={12}
        fontWeight={700}
        textAnchor="middle"
        className={classes['onAccent']}
      >
        {n}
      </text>
    </g>
  );
}

/** From one screen to the next. */
export function Arrow({ x, y }: Place) {
  return (
    <g className={classes['arrow']}>
      <path d={`M${x} ${y} h18`} />
      <path d={`M${x + 12} ${y - 6} l7 6 l-7 6`} />
    </g>
  );
}

const QR_MODULES = 25;

/** Looks like a QR code and is none: no reader finds one here. Black on white in every theme, as the real one. */
export function PaintedQr({ x, y, side }: Place & { readonly side: number }) {
  const module = side / (QR_MODULES + 4);
  const dots: string[] = [];
  for (let row = 0; row < QR_MODULES; row += 1) {
    for (let column = 0; column < QR_MODULES; column += 1) {
      if (isCorner(row, column) || (row * 31 + column * 17 + row * column * 7) % 11 > 4) continue;
      dots.push(`M${(column + 2) * module} ${(row + 2) * module}h${module}v${module}h-${module}z`);
    }
  }
  return (
    <g transform={`translate(${x} ${y})`} className={classes['qr']}>
      <rect width={side} height={side} rx={3} className={classes['qrPaper']} />
      <path d={dots.join('')} />
      {[
        [2, 2],
        [2, QR_MODULES - 5],
        [QR_MODULES - 5, 2],
      ].map(([row = 0, column = 0]) => (
        <g key={`${row} ${column}`} transform={`translate(${column * module} ${row * module})`}>
          <rect width={7 * module} height={7 * module} rx={module} />
          <rect x={module} y={module} width={5 * module} height={5 * module} className={classes['qrPaper']} />
          <rect x={2 * module} y={2 * module} width={3 * module} height={3 * module} rx={module / 2} />
        </g>
      ))}
    </g>
  );
}

function isCorner(row: number, column: number): boolean {
  const near = (at: number) => at < 8;
  const far = (at: number) => at > QR_MODULES - 9;
  return (near(row) && (near(column) || far(column))) || (far(row) && near(column));
}
