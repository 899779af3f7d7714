// Privacy: the rule, what it leaves open, what this browser keeps; a newer page.
import { rich, strong, type RichText } from '../../base/rich-text.ts';

export const privacy = {
  title: 'Privacy',
  lede: rich`What you open here ${strong('stays on this computer')}. The page carries a rule, and your browser refuses whatever breaks it.`,
  bare: 'This copy of the page carries no rule: somebody has taken it out. Load no patients into it, and get the page again from where it is published.',
  rule: {
    title: 'The rule, line by line',
    head: ['In the page', 'In words'] as const,
    /** What each line of the policy means; `other` stands for one that is not listed. */
    lines: {
      'default-src':
        'What no other line allows is refused: fonts, sound, video, frames, plug-ins, reading ahead.',
      'script-src':
        'One script runs, the one whose fingerprint stands here; with one letter changed it would not. The engine in it may start. Text is never run as a program.',
      'style-src': 'One style sheet is used, the one whose fingerprint stands here.',
      'img-src':
        'Pictures are drawn by the page, or come from the folder that the page came from. None from elsewhere.',
      'worker-src':
        'What computes in the background is part of this page and under the same rule. A host adds one small program that keeps the page for times without a network.',
      'manifest-src': 'A host may say under which name and icon the page is installed.',
      'connect-src':
        'The page may ask nobody for anything and send nothing: no upload, no download, no line held open.',
      'base-uri': 'No other address can be put under the links of the page.',
      'form-action': 'No form can be sent.',
    } as Record<string, string>,
    other: 'A line that this version does not explain.',
  },
  limits: {
    title: 'What the rule does not cover',
    list: [
      'It does not stop a page from going to another address, from opening a window, or WebRTC, a way to call other computers. The page’s own code does none of this: every build looks for it, and fails if it finds any.',
      'Browser extensions, other programs and whoever sits at this computer are outside of any page’s rule.',
      'The site that serves the page sees that you open it, as with every page, and could serve another one tomorrow. Save the page as a file and open that: it is whole, and works without a network.',
      'What you save, copy or send yourself is in your hands.',
    ],
  },
  look: {
    title: 'See for yourself',
    list: [
      rich`${strong('Watch the network.')} Open your browser’s developer tools (F12, on a Mac Option Command I), choose Network, then open a table here. No line is added.`,
      rich`${strong('Unplug.')} Switch on airplane mode and open a table. Every number still comes.`,
      rich`${strong('Read the rule.')} View the source of this page. Its first lines hold the Content-Security-Policy above.`,
      rich`${strong('Read the storage.')} In the developer tools, Application or Storage lists all that this browser keeps for the page.`,
    ] as readonly RichText[],
  },
  device: {
    title: 'What this browser keeps',
    choices:
      'What you chose, if you did: the colours, whether the key ? opens the list of terms, and the address of the hosted page.',
    offline:
      'The page’s own files, so that it opens without a network. Nothing of yours is in them. The browser removes them with the data of this site.',
    work: 'The table that is open with all that you decided about it, because you asked for it below. Anybody who uses this browser can read it.',
    noWork: 'Nothing of your tables. A reload begins anew; what you want to have again, save.',
    keep: 'Keep my work in this browser, so that it is there after a reload',
    keepHint:
      'The table is kept as it is, not encrypted, until you switch this off. Leave it off on a computer that others use. Of several open pages, the one changed last is kept.',
    onDisk:
      'This page was opened from a disk. There a browser may let other files read what it keeps for this one, so no patient’s row is ever kept: save your analysis instead.',
    unsafe:
      'This page came over plain http. There no patient’s row is kept: save your analysis instead, or open the page over https.',
    shared:
      'This page shows what somebody shared with you. It is not kept: save it, if you want to have it again.',
    failed:
      'This browser refuses to keep anything, as in a private window, or has no room for it. Save your analysis instead.',
    forget: 'Forget everything on this device',
    forgotten:
      'Forgotten: choices, tables and decisions. What is open on this page is there until you close it.',
    partly: 'Not all could be forgotten. Close the other pages of Riskset and press again.',
  },
  newVersion: {
    there: 'A new version is there.',
    unsaved: 'Save your analysis first: a reload begins anew.',
    reload: 'Reload',
    later: 'Later',
  },
};
