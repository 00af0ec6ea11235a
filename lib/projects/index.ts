export type { LookupAnswer, ProjectChange, ProjectDirectoryOptions, ProjectId } from './options';
export { projectDirectory } from './project-directory';
export type { ProjectDirectory } from './project-directory';
export type { ProjectStore } from './project-store';
