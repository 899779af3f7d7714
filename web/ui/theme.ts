// Light or dark: the system's choice until a person makes one.
import { computed, effect, signal } from '@preact/signals';

type Theme = 'light' | 'dark';

const storageKey = 'riskset.theme';

// Storage is refused in private windows and in some sandboxes: then the choice lasts for this visit.
function stored(): Theme | null {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'light' || value === 'dark' ? value : null;
  } catch {
    return null;
  }
}

function store(theme: Theme | null): void {
  try {
    if (theme === null) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, theme);
  } catch {
    // The choice stands in memory.
  }
}

const chosen = signal<Theme | null>(null);
const system = signal<Theme>('light');

export const theme = computed(() => chosen.value ?? system.value);

/** Back to what the system shows is no choice any more: from then on the page follows the system. */
export function toggleTheme(): void {
  const next = theme.value === 'dark' ? 'light' : 'dark';
  chosen.value = next === system.value ? null : next;
  store(chosen.value);
}

/** As if no choice had ever been made. */
export function forgetTheme(): void {
  chosen.value = null;
  store(null);
}

/** Sets the page's colours now and whenever the system's or the person's choice changes. */
export function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const read = () => (system.value = dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', read);
  read();
  chosen.value = stored();
  effect(() => {
    document.documentElement.dataset['theme'] = theme.value;
  });
}
