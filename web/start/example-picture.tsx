/** Two survival curves, as a sign for what the example shows; no number is read off it. */
export function ExamplePicture() {
  return (
    <svg class="example-picture" viewBox="0 0 104 62" aria-hidden="true">
      <path class="example-axes" d="M2 2v58h100" />
      <path
        class="example-curve arm-1"
        d="M2 3h11v2h8v3h6v4h6v4h5v5h5v6h4v6h5v6h4v4h7v4h9v3h12v2h16v3"
      />
      <path
        class="example-curve example-dashed arm-2"
        d="M2 3h4v5h5v7h4v8h4v8h4v7h4v6h6v5h7v4h11v3h18v2h6"
      />
    </svg>
  );
}
