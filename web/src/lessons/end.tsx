// The end of a lesson: what to take along, what one can do now, what comes next; and the file to take away.

import { useLesson } from "./desk.ts";
import { Keeping } from "./keeping.tsx";
import { Prose } from "./parts.tsx";
import { firstRight } from "./recall.ts";

export function End() {
  const { words, lesson, declared, progress } = useLesson();
  const { right, asked } = firstRight(declared, progress, lesson.id);
  return (
    <>
      <ul class="points">{lesson.key_points.map((line) => <li key={line}>{line}</li>)}</ul>
      {lesson.key_points.some((line) => line.includes("of 100 models")) && <p class="quiet">{words.say("learner-claims-about")}</p>}
      <h2>{words.say("pages-can")}</h2>
      <ul>{lesson.objectives.map((line) => <li key={line}>{line}</li>)}</ul>
      {asked > 0 && <p class="quiet">{words.say("learner-resume-right", { right, asked })}</p>}
      {lesson.next && (
        <p class="buttons"><a class="button main" href={`${lesson.next.name}.html`}>{words.say("pages-next_lesson", { title: lesson.next.title })}</a></p>
      )}
      {lesson.exercises.length > 0 && (
        <>
          <h2>{words.say("learner-finish-exercises")}</h2>
          <ul class="lessons">{lesson.exercises.map(({ id, title }) => <li key={id}><a href={`../exercises/${id}.html`}>{title}</a></li>)}</ul>
        </>
      )}
      <Keeping />
      <details><summary>{words.say("learner-notebook-sources")}</summary><Prose html={lesson.sources} /></details>
    </>
  );
}
