// Whether an element has room for something that wide; it is watched, since drawers and columns change without the window.
import { useLayoutEffect, useState, type RefObject } from 'react';

export function useRoom(element: RefObject<HTMLElement | null>, pixels: number): boolean {
  const [width, setWidth] = useState(Infinity);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    setWidth(current.clientWidth);
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width >= pixels;
}
