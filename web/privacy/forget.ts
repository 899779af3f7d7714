import { forgetTermsKey } from '../terms/open-terms.ts';
import { forgetTheme } from '../ui/theme.ts';
import { isHosted } from './hosted.ts';
import { forgetWork } from './keeping.ts';

/** Whatever the page keeps under this name is its own; a host may serve others beside it. */
const ownKeys = /^riskset\./;

/**
 * Empties all that this browser keeps for the page, apart from the page's own files. Answers whether
 * all of it is gone. What is open stays open.
 */
export async function forgetEverything(): Promise<boolean> {
  try {
    forgetTheme();
    forgetTermsKey();
    for (const storage of [localStorage, sessionStorage]) {
      for (const key of Object.keys(storage)) if (ownKeys.test(key)) storage.removeItem(key);
    }
    if (isHosted()) await forgetWork();
    return true;
  } catch {
    return false;
  }
}
