"""A crew whose agents and tasks stand in files beside it."""

from crewai import Agent, Crew, Task
from crewai.project import CrewBase, agent, crew, task


@CrewBase
class News:
    agents: list
    tasks: list
    tasks_config = "config/tasks.yaml"

    @agent
    def researcher(self) -> Agent:
        return Agent(config=self.agents_config["researcher"], verbose=True)

    @task
    def research(self) -> Task:
        return Task(config=self.tasks_config["research"])

    @task
    def report(self) -> Task:
        return Task(config=self.tasks_config["report"])

    def unused(self) -> Task:
        return Task(description="Nobody asks for this.")

    @crew
    def crew(self) -> Crew:
        return Crew(agents=self.agents, tasks=self.tasks)


class Plain:
    def crew(self) -> Crew:
        return Crew(agents=self.agents, tasks=self.tasks)
