// The function that orval calls for each request when it is configured with a mutator.
import axios from 'axios';

export const procore = axios.create();

export const procoreRequest = (config, options) => procore({ ...config, ...options });
