/** A post of the fixture blog, as its author means it. */
export interface BlogPost {
  readonly slug: string;
  /** Last part of its address where that is not its slug. */
  readonly address?: string;
  readonly title: string;
  readonly summary?: string;
  /** YYYY-MM-DD. */
  readonly published: string;
  readonly modified?: string;
  readonly minutes: number;
  readonly author: string;
  readonly tags: readonly string[];
}

/** What a form can say of a post. */
export type BlogField = keyof BlogPost;

export const blog = {
  title: "Tidepool",
  description: "Notes from the lower shore, between high water and low.",
  home: "https://tidepool.example/",
  now: "2026-07-01",
} as const;

export const urlOf = ({ slug, address = slug }: Pick<BlogPost, "slug" | "address">) => `${blog.home}posts/${address}/`;
