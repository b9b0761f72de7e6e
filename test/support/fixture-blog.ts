import type { BlogPost } from "./fixture-post.ts";

const reka = "Réka Sørby";
const lucja = "Łucja Dąbrowska";
const inaki = "Iñaki Goñi";

/** The posts of the blog, newest first. */
export const posts: readonly BlogPost[] = [
  {
    slug: "how-limpets-find-home",
    title: "How limpets find their way home",
    summary:
      "Short answer: a limpet follows its own trail of slime back and settles in its scar before the falling tide dries the rock.",
    published: "2026-07-14",
    minutes: 7,
    author: reka,
    tags: ["Molluscs", "Behaviour"],
  },
  {
    slug: "reading-a-tide-table",
    title: "Reading a tide table before you leave the house",
    summary:
      "Short answer: look up low water for your own harbour, add the hour of summer time, and be on the rocks two hours before it.",
    published: "2026-06-24",
    minutes: 5,
    author: inaki,
    tags: ["Tides", "Fieldwork"],
  },
  {
    slug: "colours-of-shore-crabs",
    title: "Why young shore crabs come in so many colours",
    summary:
      "Short answer: small crabs match the patchwork of weed and shell they hide in, and lose the pattern once they can fight back.",
    published: "2026-06-03",
    minutes: 6,
    author: lucja,
    tags: ["Crustaceans", "Behaviour"],
  },
  {
    slug: "anemones-that-split",
    title: "Anemones that split themselves in two",
    summary:
      "Short answer: a snakelocks anemoneâ€™s body pulls apart from foot to crown, and both halves are feeding again within days.",
    published: "2026-05-20",
    minutes: 5,
    author: reka,
    tags: ["Anemones", "Behaviour"],
  },
  {
    slug: "hermit-crab-queues",
    title: "Hermit crabs queue for a bigger shell",
    summary:
      "Short answer: crabs line up by size beside an empty shell, and the swap is a chain 2014 not a fight, though it looks like one.",
    published: "2026-05-06",
    minutes: 8,
    author: lucja,
    tags: ["Crustaceans", "Behaviour"],
  },
  {
    slug: "what-barnacles-do-with-their-feet",
    title: "What barnacles do with their feet",
    summary: "Short answer: they kick plankton into their mouths with every wave.",
    published: "2026-04-31",
    minutes: 4,
    author: reka,
    tags: ["Crustaceans"],
  },
  {
    slug: "who-lives-in-a-kelp-holdfast",
    title: "Q&amp;A: who lives in a kelp holdfast",
    summary:
      "Short answer: worms, brittle stars and small crabs, fifty kinds in a holdfast the size of a fist, each in its own crevice.",
    published: "2026-04-08",
    minutes: 9,
    author: reka,
    tags: ["Seaweed", "Fieldwork"],
  },
  {
    slug: "dog-whelks-and-mussels",
    title: "Dog\u200b whelks drill, and mussels tie them down",
    summary:
      "Short answer: a whelk rasps through a shell in two days, unless the mussels moor it first with threads of their own.",
    published: "2026-03-25",
    minutes: 7,
    author: lucja,
    tags: ["Molluscs", "Behaviour"],
  },
  {
    slug: "sea_lettuce",
    title: "Sea l\u0435ttuce after a warm spring",
    summary:
      "Short answer: mild water and fertiliser from the fields feed it, and a single warm April can cover the upper pools in green.",
    published: "2026-03-11",
    minutes: 6,
    author: "Reka Sørby",
    tags: ["Seaweed", "Seasons"],
  },
  {
    slug: "one-rock-in-winter",
    title: "Everything that a single rock on the lower shore shows to a patient visitor in the depth of winter",
    summary:
      "Short answer: turn no stone, wait ten minutes, and one rock shows blennies, chitons, sponges and the eggs of three snails.",
    published: "2026-02-25",
    minutes: 11,
    author: reka,
    tags: ["Seasons", "Fieldwork"],
  },
  {
    slug: "how-starfish-regrow-limbs",
    title: "How starfish regrow lost limbs",
    summary:
      "Short answer: cells near the wound turn back into young ones, and a bud with a full set of feet stands there by autumn.",
    published: "2026-02-11",
    minutes: 6,
    author: lucja,
    tags: ["Starfish", "Behaviour"],
  },
  {
    slug: "regrowing-a-limb",
    title: "How a starfish regrows a lost limb",
    summary:
      "Short answer: it takes a year for each ray, and an animal that was torn in half on a Friday hunts mussels again by Monday.",
    published: "2026-02-04",
    minutes: 6,
    author: lucja,
    tags: ["Starfish", "Behaviour"],
  },
  {
    slug: "night-on-the-lower-shore",
    address: "one-rock-in-winter",
    title: "Night on the lower shore in January",
    published: "2026-01-28",
    minutes: 10,
    author: inaki,
    tags: ["Seasons", "Fieldwork"],
  },
  {
    slug: "sea-slugs-borrow-stings",
    title: "Sea slugs borrow the stings of their prey",
    summary:
      "Sea slugs graze on hydroids, keep the stinging cells alive, and carry them to the tips of their backs as a defence.",
    published: "2026-01-14",
    minutes: 7,
    author: reka,
    tags: ["Molluscs", "Behaviour"],
  },
  {
    slug: "storm-beaches",
    title: "Storm beaches and what the sea leaves on them",
    summary:
      "Short answer: a winter gale sorts its finds by weight, so look for shells at the top, wrack in the middle and cobbles below.",
    published: "2025-12-31",
    minutes: 5,
    author: reka,
    tags: ["Tides", "Seasons"],
  },
  {
    slug: "how-mussels-sit-out-the-ebb",
    title: "How mussels sit out the ebb",
    summary:
      "Short answer: do mussels hold their breath? They shut tight, slow their hearts and live on what little air the shell has.",
    published: "2025-12-10",
    modified: "2025-10-12",
    minutes: 6,
    author: lucja,
    tags: ["Molluscs", "Tides"],
  },
  {
    slug: "pressing-seaweed",
    title: "Pressing seaweed without ruining the book",
    summary:
      "Short answer: float each frond onto card in a tray of brine, cover it with cloth, and change the blotting paper daily.",
    published: "2025-11-26",
    minutes: 8,
    author: reka,
    tags: ["Seaweed", "Fieldwork"],
  },
  {
    slug: "counting-periwinkles",
    title: "Counting periwinkles with a square of wire",
    summary:
      "Short answer: drop a half-metre frame ten times along a line, count every snail inside it, and the bands of each kind appear.",
    published: "2025-11-05",
    modified: "2026-03-02",
    minutes: 9,
    author: inaki,
    tags: ["Molluscs", "Fieldwork"],
  },
  {
    slug: "blenny-fathers",
    title: "Blenny fathers guard the eggs",
    summary:
      "Short answer: the male keeps the crevice, fans the clutch with his tail for six weeks, and eats little until they hatch.",
    published: "2025-10-15",
    minutes: 5,
    author: reka,
    tags: ["Fish", "Behaviour"],
  },
  {
    slug: "a-pocket-kit",
    title: "A pocket kit  for the lower shore",
    summary:
      "Short answer: a hand lens, a white tray, a whistle, the tide times and a dry pair of socks are all that a good day needs.",
    published: "2025-09-24",
    minutes: 4,
    author: reka,
    tags: ["field-work"],
  },
  {
    slug: "prawns-you-can-see-through",
    title: "Prawns you can see through",
    summary:
      "Short answer: light passes through their muscles, and only the gut shows. Would you like me to expand on how they moult?",
    published: "2025-09-03",
    minutes: 6,
    author: inaki,
    tags: ["Crustaceans", "Fish"],
  },
  {
    slug: "urchins-in-hats",
    title: "Urchins wear hats of shell",
    summary:
      "Short answer: they hold up stones and shells with their tube feet, most of all at noon, and drop them again after dark.",
    published: "2025-08-13",
    minutes: 6,
    author: lucja,
    tags: ["Urchins", "Behaviour"],
  },
  {
    slug: "stones-that-walk",
    title: "The stones that walk by themselves",
    summary:
      "Short answer: they hold up stones and shells with their tube feet, most of all at noon, and drop them again after dark.",
    published: "2025-07-30",
    minutes: 240,
    author: lucja,
    tags: ["Urchins", "Behaviour"],
  },
  {
    slug: "first-steps-into-a-rock-pool",
    title: "First steps into a rock pool with children",
    summary:
      "Short answer: kneel, keep your shadow off the water, look for five minutes before touching, and put back what you lift.",
    published: "2025-07-16",
    minutes: 7,
    author: reka,
    tags: ["Fieldwork", "Fish"],
  },
];
