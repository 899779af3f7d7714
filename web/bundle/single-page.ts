import type { Plugin } from 'vite';

import { offlineFiles } from './offline-files.ts';
import { pageFile } from '../base/page-file.ts';
import { readTemplate } from './page-template.ts';
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
      for (const [file, output] of Object.entries(bundle)) {
        if (output.type === 'chunk') {
          if (script !== '') this.error(`${file} is a second script: the page must be one file`);
          script = output.code;
        } else if (file.endsWith('.css')) {
          style += textOf(output.source);
        } else if (file !== 'index.html') {
          this.error(`${file} would stand beside the page: the page must be one file`);
        }
        delete bundle[file];
      }
      const leak = wayOut(script);
      if (leak !== null) this.error(`the page could send data out: ${leak}`);
      const parts = { style: style.trim(), script: forScriptElement(script.trim()) };
      const policy = contentSecurityPolicy(parts.script, parts.style);
      const page = pageFile(readTemplate(), { ...parts, policy });
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
