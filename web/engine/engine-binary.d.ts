/** The compiled engine, put there by the build as text (byte-text.ts). */
declare module 'virtual:engine-binary' {
  const text: string;
  export default text;
}
