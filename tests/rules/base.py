"""The small partnership that stands behind an example when it brings none of its own."""

from textwrap import dedent

PARTNERSHIP = dedent("""\
    title: Exampleshire Safeguarding Children Partnership
    sharing: public
    compiled:
      by: The partnership's business unit
      own: yes
      basis: Its own records
      complete: Complete from April 2024
    readers:
      level: partnership
      who: Members of the groups
    names:
      - name: Exampleshire Safeguarding Children Partnership
        body: safeguarding-children-partnership
        since: 2019-09
    agencies:
      - key: council
        name: Exampleshire Council
        roles:
          - role: safeguarding-partner
            since: 2019-09
      - key: health
        name: NHS Exampleshire
        roles:
          - role: safeguarding-partner
            since: 2019-09
      - key: police
        name: Exampleshire Police
        roles:
          - role: safeguarding-partner
            since: 2019-09
      - key: schools
        name: Schools and colleges
        roles:
          - role: relevant-agency
            since: 2019-09
    groups:
      - key: qig
        name: Quality Improvement Group
        terms: Brings the evidence together and follows it to impact
        members:
          - agency: health
            role: Designated nurse
      - key: review-group
        name: Practice Review Group
        terms: Decides on reviews and oversees them
        members:
          - agency: health
            role: Designated doctor
      - key: executive
        name: Executive
        terms: Sets direction and hears of risks and strengths
        members:
          - agency: council
            role: Director of children's services
    priorities:
      - key: early-help
        name: Early help
        themes: [early-help]
    themes:
      - key: supervision
        label: Supervision and management oversight
        axis: system
      - key: information-sharing
        label: Sharing information
        axis: practice
      - key: child-voice
        label: The voice of the child
        axis: practice
      - key: early-help
        label: Early help
        axis: practice
      - key: neglect
        label: Neglect
        axis: need
      - key: handovers
        label: Handover between teams
        axis: practice
        replaced_by: information-sharing
    scales:
      - key: four-grades
        name: Four grades
        grades:
          - key: outstanding
            label: Outstanding
          - key: good
            label: Good
          - key: requires-improvement
            label: Requires improvement
          - key: inadequate
            label: Inadequate
    practice_standards:
      - key: own-words
        text: The plan holds the child's own words
        themes: [child-voice]
      - key: views-noted
        text: The plan notes the child's views
        themes: [child-voice]
        until: 2025-03-31
        replaced_by: own-words
      - key: in-time
        text: The handover took place before the worker left
        themes: [information-sharing]
      - key: family-told
        text: The family was told within a week
        themes: [information-sharing]
      - key: monthly
        text: Supervision was recorded every month
        themes: [supervision]
      - key: within-a-day
        text: The strategy discussion was held within a day
        themes: [information-sharing]
    standards_sets:
      - key: section-11
        name: Organisational standards
        scale: four-grades
        standards:
          - key: supervision
            text: Staff have regular reflective supervision
          - key: induction
            text: New staff have a safeguarding induction
          - key: learning
            text: Time for learning is planned and taken
    cycles:
      - key: 2026
        standards_set: section-11
    escalation:
      - stage: 1
        formal: no
      - stage: 2
        formal: no
      - stage: 3
        formal: yes
    """)
"""The text of `records/partnership.yaml`; nothing is wrong with it."""

BASE = {"records/partnership.yaml": PARTNERSHIP}
