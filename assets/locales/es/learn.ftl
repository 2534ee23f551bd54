### Learn, and the patient's questions.

read-and-ask = Leer y preguntar
learn = Aprender
learn-about = Qué es la ketamina, qué se puede sentir, los riesgos, la vuelta a casa
learn-lead = Textos cortos de tu clínica. Se abren sin red.
learn-search = Buscar
learn-found = { $count ->
    [0] No hay nada
    [one] 1 texto encontrado
   *[other] { $count } textos encontrados
}
learn-none-found = Ningún texto tiene todas estas palabras
learn-none-next = Prueba con una palabra corta, como “miedo” o “casa”. O apunta tu pregunta y llévala a tu clínica.
learn-empty = Todavía no hay nada que leer. Cuando tu clínica envíe algo, estará en esta página.
learn-unreadable = Tu clínica cambió lo que hay para leer, y no podemos mostrarlo
learn-unreadable-lead = Llama y pregunta qué cambió. Lo de antes no se muestra, para que no lo sigas por descuido.

## An article

article = Texto
article-gone = Tu clínica quitó este texto. Mira qué más hay para leer.
article-reviewed = Lo revisó { $name }, { $day }
article-known = Lo que se sabe
article-studies = Lo que vieron los estudios
article-unknown = Lo que no se sabe
article-risks = Riesgos
article-ask = Pregunta a tu clínica
article-sources = De dónde viene esto
article-sources-note = Las páginas de otras clínicas muestran lo que es común. No muestran lo que es seguro.
# Read aloud before the small numbers behind a sentence.
article-source-numbers = Fuentes:
article-version = De tu clínica, versión { $version }
add-to-questions = Añadir a mis preguntas
on-my-list = En mi lista

## My questions

my-questions = Mis preguntas
my-questions-about = Apunta lo que quieres preguntar a tu clínica
my-questions-open = { $count ->
    [0] Mis preguntas
    [one] Mis preguntas (1)
   *[other] Mis preguntas ({ $count })
}
my-questions-lead = Solo en este teléfono. Llévalas contigo a la reunión.
my-questions-none = Todavía no hay preguntas. Apunta lo que quieras saber, grande o pequeño.
my-questions-tick = Marca una pregunta cuando ya la hayas hecho.
my-questions-asked = Ya hechas
question-label = ¿Qué quieres preguntar?
question-words = Tu pregunta
question-change = Cambiar
question-remove = Quitar
question-from = De “{ $title }”
question-added = Está en tus preguntas
question-removed = Pregunta quitada
question-back = La pregunta está de vuelta
