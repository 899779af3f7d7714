import type { ComponentChildren } from 'preact';

/** What will be here, what is missing, and at most one button. */
export function EmptyState({
  children,
  action,
}: {
  children: ComponentChildren;
  action?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <p class="prose">{children}</p>
      {action}
    </div>
  );
}
