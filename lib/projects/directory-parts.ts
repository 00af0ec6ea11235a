import { Doubts } from './doubts';
import { KnownProjects } from './known-projects';
import type { DirectorySettings } from './options';
import { Questions } from './questions';
import { SharedStore } from './shared-store';
import { Sources } from './sources';

/** What a directory consists of. Without a store and `lookup`, the parts that ask them are missing. */
export interface DirectoryParts {
  readonly known: KnownProjects;
  readonly shared: SharedStore | undefined;
  readonly questions: Questions | undefined;
  readonly doubts: Doubts | undefined;
}

export function createDirectoryParts(settings: DirectorySettings): DirectoryParts {
  const { store, lookup, lookupTimeout } = settings;
  const known = new KnownProjects(settings);
  const onMissed = (projectId: string): void => {
    known.setMissed(projectId);
  };
  const shared = store && new SharedStore(store, lookupTimeout, onMissed);
  if (!shared && !lookup)
    return { known, shared: undefined, questions: undefined, doubts: undefined };
  const questions = new Questions(known, shared, new Sources(known, shared, settings));
  return { known, shared, questions, doubts: new Doubts() };
}
