// Custom properties that our style sheets read may stand in `style`.
import 'react';

declare module 'react' {
  interface CSSProperties {
    '--span'?: number;
  }
}
