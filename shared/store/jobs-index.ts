/**
 * The table's index of the jobs by account (`listed`) and moment of their making (`createdAt`): only
 * job items have both.
 */
export const JOBS_INDEX = 'jobs';
