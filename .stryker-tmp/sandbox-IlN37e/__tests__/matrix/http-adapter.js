// @ts-nocheck
// The default of axios on Node: tests ask for the name of the adapter that they run on.
process.env.AXIOS_ADAPTER = 'http';
