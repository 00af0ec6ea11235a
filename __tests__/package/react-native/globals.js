// What React Native puts in the place of the URL of browsers. Imported before anything that may use it.
import { URL, URLSearchParams } from './react-native/Libraries/Blob/URL';

Object.assign(globalThis, { URL, URLSearchParams });
