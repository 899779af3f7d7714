/** index.html without its script (web/bundle/page-template.ts). */
declare module 'virtual:page-template' {
  const template: string;
  export default template;
}
