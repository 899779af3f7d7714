import type { Plugin } from 'vite';

import { offlineFiles } from './offline-files.ts';
import { contentSecurityPolicy } from './policy.ts';
import { wayOut } from './ways-out.ts';

/**
 * Makes ONE file of what Vite built: script and style inside index.html, under a policy that names
 * their hashes. Vite has by then put the worker and the engine into the script. What a host serves
 * beside it, it serves for offline use only.
 */
export function singlePage(): Plugin {
  return {
    name: 'riskset-single-page',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      let script = '';
      let style = '';
      let html = '';
      for (const [file, output] of Object.entries(bundle)) {
        if (output.type === 'chunk') {
          if (script !== '') this.error(`${file} is a second script: the page must be one file`);
          script = output.code;
        } else if (file.endsWith('.css')) {
          style += textOf(output.source);
        } else if (file === 'index.html') {
          html = textOf(output.source);
        } else {
          this.error(`${file} would stand beside the page: the page must be one file`);
        }
        delete bundle[file];
      }
      const leak = wayOut(script);
      if (leak !== null) this.error(`the page could send data out: ${leak}`);
      const page = assemble(html, forScriptElement(script.trim()), style.trim());
      const files = { 'index.html': page, ...(await offlineFiles(page)) };
      for (const [fileName, source] of Object.entries(files)) {
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}

function textOf(source: string | Uint8Array): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}

/** Text that the HTML parser leaves as it is, so that its hash is the one the browser computes. */
function forScriptElement(script: string): string {
  const code = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  if (code.includes('\r') || code.includes('\0')) {
    throw new Error('the script holds characters that an HTML parser rewrites');
  }
  return code;
}

function assemble(html: string, script: string, style: string): string {
  const policy = contentSecurityPolicy(script, style);
  const head =
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<style>${style}</style><script type="module">${script}</script>`;
  const bare = html
    .replaceAll(/\s*<script type="module"[^>]*\ssrc="[^"]*"[^>]*><\/script>/g, '')
    .replaceAll(/\s*<link rel="stylesheet"[^>]*>/g, '');
  const charset = /<meta charset="utf-8"\s*\/?>/i;
  if (!charset.test(bare)) throw new Error('index.html needs <meta charset="utf-8"> in its head');
  return bare.replace(charset, (meta) => meta + head);
}
