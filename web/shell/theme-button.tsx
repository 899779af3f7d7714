import { text } from '../text/text.ts';
import { Button } from '../ui/button.tsx';
import { theme, toggleTheme } from '../ui/theme.ts';

const words = text.shell.bar;

export function ThemeButton() {
  return (
    <Button
      icon="theme"
      label={theme.value === 'dark' ? words.light : words.dark}
      onClick={toggleTheme}
    />
  );
}
