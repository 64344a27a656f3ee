import { type ReactNode, useEffect, useRef } from "react";

interface OverProps {
  readonly isOpen: boolean;
  readonly leave: () => void;
  readonly className: string;
  /** The id of its title. */
  readonly titledBy: string;
  readonly children: ReactNode;
}

/** Stands over the page, which rests meanwhile; Escape leaves it. */
export function Over({ isOpen, leave, className, titledBy, children }: OverProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className={`over ${className}`} aria-labelledby={titledBy} onClose={leave}>
      {isOpen ? children : null}
    </dialog>
  );
}
