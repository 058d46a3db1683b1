// prettier-ignore
const FEMALE = "anna maria mary emma laura sarah lisa julia sophie marie elisabeth susan linda karen nancy claire camille chloe elodie lucia carmen ana sofia isabel petra ursula heike sabine monika lea mia hannah emily olivia".split(" ");
// prettier-ignore
const MALE = "peter john james robert michael david thomas paul hans klaus wolfgang jurgen juergen uwe stefan lukas felix pierre jean jacques luc michel jose juan carlos luis miguel pedro noah liam william daniel mark george".split(" ");

/** Returns the usual gender of the first word of a name: female, male or unknown. */
export function genderOfName(name: string): string {
  const plain = name
    .trim()
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
  const first = plain.split(/[\s-]+/)[0] ?? "";
  if (FEMALE.includes(first)) {
    return "female";
  }
  return MALE.includes(first) ? "male" : "unknown";
}
