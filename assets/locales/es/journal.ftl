### The journal: its pages, and writing on one.

journal = Diario
journal-entry = Página del diario
journal-begin = Empezar una página
journal-private = Lo que escribes aquí se queda en este teléfono. Nadie lo lee si tú no lo compartes.
journal-write = Escribir
journal-prompts = O empieza con una pregunta
journal-pages = Tus páginas
journal-none = Aún no hay páginas. Aquí verás lo que escribas, lo más nuevo primero.
journal-blank = Una página vacía
journal-words = Tus palabras
journal-kept = Se guarda en este teléfono mientras escribes.
journal-remove = Borrar esta página
journal-removed = Página borrada
journal-back = La página está de vuelta
