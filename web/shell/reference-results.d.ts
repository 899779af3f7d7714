/** What the tests compare the engine with, counted by the build (web/bundle/reference-results.ts). */
declare module 'virtual:reference-results' {
  export const reference: {
    cases: number;
    /** Cases by the method that they ask for; a case can ask for several. */
    methods: Record<string, number>;
    /** "R 4.2.2, survival 3.5-3" */
    made: string[];
    /** −6: the loosest comparison allows a relative difference of 1e-6. */
    loosestExponent: number;
    year: string;
  };
}
