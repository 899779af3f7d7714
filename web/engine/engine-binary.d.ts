/** The compiled engine, put there by the build: raw deflate in base64. */
declare module 'virtual:engine-binary' {
  const text: string;
  export default text;
}
