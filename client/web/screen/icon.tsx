const paths = {
  plus: 'M8 3v10M3 8h10',
  copy: 'M5.5 5.5v-2a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M3.5 5.5h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1Z',
  done: 'm3 8.5 3.2 3.2L13 4.8',
  download: 'M8 2.5v7.2m-3-2.9 3 3 3-3M3 13h10',
  remove: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5M6.8 7v3.7M9.2 7v3.7',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  close: 'm4 4 8 8m0-8-8 8',
  stop: 'M4.5 4.5h7v7h-7z',
  send: 'M8 13V3.5M4 7.2l4-4 4 4',
  light:
    'M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6ZM8 1.5v1.2m0 10.6v1.2M1.5 8h1.2m10.6 0h1.2M3.4 3.4l.9.9m7.4 7.4.9.9m0-9.2-.9.9m-7.4 7.4-.9.9',
  dark: 'M13 9.6A5.4 5.4 0 0 1 6.4 3a5.4 5.4 0 1 0 6.6 6.6Z',
  system: 'M2.5 3.5h11v7h-11zM6 13h4m-2-2.5V13',
  leave: 'M6.5 2.5h-3v11h3M9.5 5l3 3-3 3M12.5 8H6.5',
  down: 'M8 3v9.5m-4-4 4 4 4-4',
  wrap: 'M2.5 4h11M2.5 8h8.8a2 2 0 0 1 0 4H8m1.6-1.7L7.9 12l1.7 1.7M2.5 12h2.7',
} as const;

export type IconName = keyof typeof paths;

/** A small drawing beside words, which alone are read out. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
