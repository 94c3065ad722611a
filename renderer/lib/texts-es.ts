/** Every text of one language, by the path of its file. */
export const files = import.meta.glob<Record<string, unknown>>('../../assets/locales/es/*.json', {
  eager: true,
  import: 'default',
});
